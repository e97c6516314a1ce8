/** The token directory: which token a venue's asset code means. */
@NullMarked
package org.assay.events.token;

import org.jspecify.annotations.NullMarked;
