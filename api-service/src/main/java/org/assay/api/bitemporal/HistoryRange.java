package org.assay.api.bitemporal;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation that lists a history: the parameters that {@link History} reads. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "start", in = ParameterIn.QUERY, ref = "history_start")
@Parameter(name = "end", in = ParameterIn.QUERY, ref = "history_end")
@Parameter(name = "order", in = ParameterIn.QUERY, ref = "history_order")
public @interface HistoryRange {}
