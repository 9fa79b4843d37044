package pl.obieg.process.engine;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * FEEL that reads the text of a cell once. The engine as delivered reads every cell of a table anew for each
 * evaluation, and makes all built-in functions anew to evaluate it: nearly all its time. What was read does not change,
 * and there are only as many texts as deployed tables have cells. A cell of plain texts ({@code "LAND","BUILDING"}), as
 * most are, needs no functions: it is compared here. See docs/adr/0017-feel-read-once.md.
 */
class FeelReadOnce extends ScalaFeelEngine {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern TEXTS = Pattern.compile("\\s*" + TEXT + "(\\s*,\\s*" + TEXT + ")*\\s*");
    private static final Pattern ONE = Pattern.compile(TEXT);

    private final Map<String, List<String>> plainTexts = new ConcurrentHashMap<>();

    FeelReadOnce() {
        super(List.of());
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        List<String> texts = plainTexts(cell);
        TypedValue asked = texts.isEmpty() ? null : variables.resolve(input);
        return asked != null && asked.getValue() instanceof String text
                ? texts.contains(text)
                : super.evaluateSimpleUnaryTests(cell, input, variables);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String cell, VariableContext variables) {
        List<String> texts = plainTexts(cell);
        return texts.size() == 1 ? (T) texts.get(0) : super.evaluateSimpleExpression(cell, variables);
    }

    /** The texts of a cell that holds nothing else; empty for every other cell. */
    private List<String> plainTexts(String cell) {
        return plainTexts.computeIfAbsent(
                cell,
                unread -> TEXTS.matcher(unread).matches()
                        ? ONE.matcher(unread)
                                .results()
                                .map(found ->
                                        found.group().substring(1, found.group().length() - 1))
                                .toList()
                        : List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper valueMapper) {
        return new Remembering(super.buildFeelEngine(functions, valueMapper));
    }

    /** The same engine with a memory for what it has read. The methods are deprecated, yet those Camunda 7 calls. */
    @SuppressWarnings("deprecation")
    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> unaryTests = new ConcurrentHashMap<>();

        Remembering(FeelEngine plain) {
            super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.computeIfAbsent(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return unaryTests.computeIfAbsent(text, super::parseUnaryTests);
        }
    }
}
