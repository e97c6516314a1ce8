/** Trader and Investor Grades: the latest, their history, and every number behind one. */
@NullMarked
package org.assay.api.grade;

import org.jspecify.annotations.NullMarked;
