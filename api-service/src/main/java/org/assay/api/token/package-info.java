/** The tokens: filtered, searched and sorted, and each by itself. */
@NullMarked
package org.assay.api.token;

import org.jspecify.annotations.NullMarked;
