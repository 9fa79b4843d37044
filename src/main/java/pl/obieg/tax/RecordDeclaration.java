package pl.obieg.tax;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.assessment.Taxpayers;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;

/** Takes a declaration over into the tax system: taxpayers into the client base, objects into the register. */
@OperationCard(
        label = "Zapisz deklarację w systemie podatkowym",
        description = "Odczytuje formularz, dopisuje podatników do bazy klientów i zakłada deklarację z przedmiotami.",
        system = "gmina",
        refusals = {
            "UNKNOWN_FORM: Urząd nie rozpoznaje wzoru formularza.",
            "UNREADABLE: Pliku nie da się odczytać albo wartość w polu jest niewłaściwa."
        })
public class RecordDeclaration implements Operation<RecordDeclaration.Input, RecordDeclaration.Output> {

    /** What to take over. */
    public record Input(String submissionId, String formCode, String caseNumber) {}

    /**
     * @param subjectKind {@code NATURAL}, {@code LEGAL}, {@code UNIT}, {@code PARTNERSHIP}: who files (D01)
     * @param coOwnsWithLegal natural person owning together with a body (D01)
     * @param objectKind {@code GARAGE_3_4A}, {@code COMMUNITY_MEMBER}, {@code OTHER} (D01)
     * @param taxKind {@code PROPERTY}, {@code AGRICULTURAL}, {@code FOREST} (D01)
     * @param partyIds who owes the tax and gets the decision (PT-02, PT-50 to PT-55); all that are named if none of them
     *     is a taxpayer, so that letters of the case have an addressee
     * @param declaredTax full zł, or {@code null}
     */
    public record Output(
            String declarationId,
            Integer taxYear,
            String subjectKind,
            Boolean coOwnsWithLegal,
            String objectKind,
            String taxKind,
            List<String> partyIds,
            Long declaredTax) {}

    private final Submissions submissions;
    private final Parties parties;
    private final FormMappings mappings;
    private final DeclarationRegister register;
    private final Taxpayers taxpayers;
    private final ApplicationEventPublisher events;

    public RecordDeclaration(
            Submissions submissions,
            Parties parties,
            FormMappings mappings,
            DeclarationRegister register,
            Taxpayers taxpayers,
            ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.parties = parties;
        this.mappings = mappings;
        this.register = register;
        this.taxpayers = taxpayers;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(record(input.submissionId(), input.caseNumber()));
    }

    Output record(String submissionId, String caseNumber) {
        Submission submission = submissions.get(submissionId);
        Declaration declaration = read(submission);
        String id = register.idOf(submission.id()).orElseGet(() -> add(declaration, submission, caseNumber));
        DeclarationRegister.Stored stored = register.get(id);
        List<String> liable = JointMatter.liable(stored);
        return output(id, declaration, liable.isEmpty() ? stored.partyIds() : liable);
    }

    private Declaration read(Submission submission) {
        try {
            return mappings.read(submission)
                    .orElseThrow(() -> new Refusal("UNKNOWN_FORM", Defects.sentence("UNKNOWN_FORM")));
        } catch (FormMapping.Unreadable unreadable) {
            throw new Refusal("UNREADABLE", Defects.sentence("UNREADABLE"));
        }
    }

    private String add(Declaration declaration, Submission submission, String caseNumber) {
        List<String> partyIds = declaration.taxpayers().stream()
                .map(taxpayer -> parties.register(taxpayer.party()))
                .toList();
        LocalDate receivedOn = LocalDate.ofInstant(submission.receivedAt(), OfficeClock.WARSAW);
        Taxpayers.Judged judged = taxpayers.of(declaration);
        String id = register.add(declaration.with(judged.objects()), submission.id(), caseNumber, receivedOn, partyIds);
        register.judge(id, judged.standings());
        register.supersedeWaiting(id);
        events.publishEvent(new CaseFact.DeclarationRecorded(
                caseNumber, id, submission.id(), declaration.form(), declaration.year(), receivedOn, partyIds));
        return id;
    }

    private static Output output(String id, Declaration declaration, List<String> partyIds) {
        Declaration.Declared declared = declaration.declared();
        Long declaredTax = declared == null || declared.tax() == null
                ? null
                : declared.tax().setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Output(
                id,
                declaration.year(),
                declaration.filer().orElseThrow().kind().name(),
                declaration.coOwnsWithLegal(),
                declaration.objectKind(),
                TaxKind.ofForm(declaration.form()).name(),
                partyIds,
                declaredTax);
    }
}
