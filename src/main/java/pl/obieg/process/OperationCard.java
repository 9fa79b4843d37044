package pl.obieg.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * What an analyst reads about an {@link Operation} in Modeler's palette and in the catalogue. Texts are Polish. It also
 * makes the class a Spring bean named after it.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OperationCard {

    /** Verb and noun, as the label of the task: "Zarejestruj pismo w EZD". */
    String label();

    /** One or two sentences on what it does. */
    String description();

    /** The word of the system in {@code obieg.systems.<word>} and {@code docs/systems/<word>.md}. */
    String system();

    /** Error codes it may refuse with, each with a Polish explanation: {@code "PERSON_NOT_FOUND: Nie ma …"}. */
    String[] refusals() default {};
}
