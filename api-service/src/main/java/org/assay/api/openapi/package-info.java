/** How the API describes itself. */
@NullMarked
package org.assay.api.openapi;

import org.jspecify.annotations.NullMarked;
