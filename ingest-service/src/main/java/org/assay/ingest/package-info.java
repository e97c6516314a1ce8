@NullMarked
package org.assay.ingest;

import org.jspecify.annotations.NullMarked;
