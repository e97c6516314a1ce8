@NullMarked
package org.assay.testkit;

import org.jspecify.annotations.NullMarked;
