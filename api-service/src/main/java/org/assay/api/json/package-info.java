/** How values are written in JSON. */
@NullMarked
package org.assay.api.json;

import org.jspecify.annotations.NullMarked;
