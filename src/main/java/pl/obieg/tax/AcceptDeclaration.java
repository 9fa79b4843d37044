package pl.obieg.tax;

import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.review.OwnWillCorrections;

/** Accepts a declaration of a taxpayer who computes the tax himself (PT-12, OP art. 21 § 2). */
@OperationCard(
        label = "Przyjmij deklarację",
        description = "Odnotowuje, że podatek zadeklarowany zgadza się z obliczonym.",
        system = "gmina")
public class AcceptDeclaration implements Operation<AcceptDeclaration.Input, Nothing> {

    /** What is accepted. */
    public record Input(String declarationId, String caseNumber, String assessmentId) {}

    private final DeclarationRegister declarations;
    private final OwnWillCorrections corrections;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    public AcceptDeclaration(
            DeclarationRegister declarations,
            OwnWillCorrections corrections,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.declarations = declarations;
        this.corrections = corrections;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        declarations.accept(input.declarationId(), clock.today());
        corrections
                .of(declarations.get(input.declarationId()), input.caseNumber(), input.assessmentId())
                .ifPresent(events::publishEvent);
        return Nothing.done();
    }
}
