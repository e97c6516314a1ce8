@NullMarked
package org.assay.standalone;

import org.jspecify.annotations.NullMarked;
