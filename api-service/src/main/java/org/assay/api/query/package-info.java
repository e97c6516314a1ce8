/** Reading query parameters strictly: what is not understood is refused, naming the parameter. */
@NullMarked
package org.assay.api.query;

import org.jspecify.annotations.NullMarked;
