package org.assay.api.grade;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation about grades: the parameters that {@link GradeSeries} reads. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "kind", in = ParameterIn.QUERY, ref = "kind")
@Parameter(name = "cadence", in = ParameterIn.QUERY, ref = "grade_cadence")
@interface OfKind {}
