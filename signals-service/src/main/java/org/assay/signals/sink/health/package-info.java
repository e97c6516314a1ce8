/** What the service's health says of Postgres, Redis and the sinks. */
@NullMarked
package org.assay.signals.sink.health;

import org.jspecify.annotations.NullMarked;
