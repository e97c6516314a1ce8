/** OKX v5 spot: public stream and REST. */
@NullMarked
package org.assay.simulator.okx;

import org.jspecify.annotations.NullMarked;
