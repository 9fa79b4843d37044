package pl.obieg.process.engine;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** The operations as their cards and records tell of them; none of them is built. */
public final class OperationsOnClasspath {

    private OperationsOnClasspath() {}

    /** What answers in an operation's place. */
    @FunctionalInterface
    public interface Script {

        Answer<Record> answer(String operation, Record input);
    }

    /** All operations; none may be called. */
    public static OperationRegistry all() {
        return answeredBy((operation, input) -> {
            throw new UnsupportedOperationException(operation);
        });
    }

    /** All operations, the script answering for each. */
    public static OperationRegistry answeredBy(Script script) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(OperationCard.class));
        Map<Class<?>, Operation<Record, Record>> operations = new HashMap<>();
        for (BeanDefinition found : scan.findCandidateComponents("pl.obieg")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            String name = ClassUtils.getShortName(type);
            String operation = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            operations.put(type, (input, call) -> script.answer(operation, input));
        }
        return OperationRegistry.of(operations);
    }

    /** The rules a model must keep to before the office deploys it. */
    public static ModelRules modelRules(OperationRegistry operations) {
        return new ModelRules(operations);
    }
}
