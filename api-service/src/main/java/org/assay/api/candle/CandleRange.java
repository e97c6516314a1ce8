package org.assay.api.candle;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an operation that lists candles: the parameters that {@link CandleQuery} reads. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "interval", in = ParameterIn.QUERY, ref = "interval")
@Parameter(name = "start", in = ParameterIn.QUERY, ref = "candle_start")
@Parameter(name = "end", in = ParameterIn.QUERY, ref = "candle_end")
@Parameter(name = "order", in = ParameterIn.QUERY, ref = "candle_order")
@interface CandleRange {}
