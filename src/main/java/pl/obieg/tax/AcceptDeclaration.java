package pl.obieg.tax;

import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Accepts a declaration of a taxpayer who computes the tax himself (PT-12, OP art. 21 § 2). */
@OperationCard(
        label = "Przyjmij deklarację",
        description = "Odnotowuje, że podatek zadeklarowany zgadza się z obliczonym.",
        system = "gmina")
public class AcceptDeclaration implements Operation<AcceptDeclaration.Input, Nothing> {

    /** What is accepted. */
    public record Input(String declarationId, String caseNumber, String assessmentId) {}

    private final DeclarationRegister declarations;
    private final OfficeClock clock;

    public AcceptDeclaration(DeclarationRegister declarations, OfficeClock clock) {
        this.declarations = declarations;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        declarations.accept(input.declarationId(), clock.today());
        return Nothing.done();
    }
}
