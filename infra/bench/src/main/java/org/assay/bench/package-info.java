@NullMarked
package org.assay.bench;

import org.jspecify.annotations.NullMarked;
