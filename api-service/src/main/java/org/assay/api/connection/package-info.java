/** What happens on a connection before the framework sees a request: short cuts, and requests that are not HTTP. */
@NullMarked
package org.assay.api.connection;

import org.jspecify.annotations.NullMarked;
