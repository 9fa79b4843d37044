package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;
import pl.obieg.tax.declaration.DeclarationRegister;

/** What of a correction by the taxpayer matters for interest (INT-03, OP art. 56a). */
@Component
public class OwnWillCorrections {

    private final JdbcClient jdbc;
    private final FilingManner manner;

    public OwnWillCorrections(JdbcClient jdbc, FilingManner manner) {
        this.jdbc = jdbc;
        this.manner = manner;
    }

    /** The fact to be told if the declaration is a correction. The yearly deadline counts, the earlier one. */
    public Optional<CaseFact.CorrectionAccepted> of(
            DeclarationRegister.Stored stored, String caseNumber, String assessmentId) {
        if (!"CORRECTION".equals(stored.declaration().purpose())) {
            return Optional.empty();
        }
        LocalDate deadline = manner.yearlyTerm(
                stored.declaration().form(), stored.declaration().year());
        return Optional.of(new CaseFact.CorrectionAccepted(
                caseNumber, assessmentId, deadline, stored.receivedOn(), verified(stored)));
    }

    /** Whether by the day of filing the office had begun to verify this year's tax of one of the taxpayers. */
    private boolean verified(DeclarationRegister.Stored stored) {
        return jdbc.sql("""
                select exists (select from tax.verification v join tax.declaration d on d.id = v.declaration_id
                    join tax.declaration_taxpayer t on t.declaration_id = d.id
                    where d.tax_year = :year and left(d.form, 2) = left(:form, 2) and v.began_on <= :filed
                      and t.party_id in (select party_id from tax.declaration_taxpayer where declaration_id = :id))
                """)
                .param("year", stored.declaration().year())
                .param("form", stored.declaration().form())
                .param("filed", stored.receivedOn())
                .param("id", stored.id())
                .query(Boolean.class)
                .single();
    }
}
