/** Every error of the API as an RFC 9457 problem, from one taxonomy. */
@NullMarked
package org.assay.api.problem;

import org.jspecify.annotations.NullMarked;
