/** Requests a second against a peer. */
@NullMarked
package org.assay.bench.http;

import org.jspecify.annotations.NullMarked;
