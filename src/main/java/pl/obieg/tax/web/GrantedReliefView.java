package pl.obieg.tax.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.tax.assessment.GrantedRelief;
import pl.obieg.tax.assessment.GrantedReliefs;
import pl.obieg.tax.assessment.Polish;

/** The reliefs of the agricultural tax on the screen of a case: who is a taxpayer there, what is entered, by whom. */
@Component
public class GrantedReliefView {

    private final JdbcClient jdbc;
    private final GrantedReliefs register;

    public GrantedReliefView(JdbcClient jdbc, GrantedReliefs register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /** {@code people} by number within the case, {@code articles}, {@code entries}; no people without farm land. */
    public Map<String, Object> ofCase(String caseNumber) {
        Map<String, String> people = new LinkedHashMap<>();
        List<Map<String, String>> all = people(caseNumber);
        for (int at = 0; at < all.size(); at++) {
            people.put(String.valueOf(at), all.get(at).get("name"));
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (GrantedReliefs.Entry entry : register.ofCase(caseNumber)) {
            GrantedRelief relief = entry.relief();
            entries.add(Map.of(
                    "id",
                    entry.id(),
                    "name",
                    all.stream()
                            .filter(one -> one.get("id").equals(entry.partyId()))
                            .map(one -> one.get("name"))
                            .findFirst()
                            .orElse(""),
                    "relief",
                    relief.inWords(),
                    "plot",
                    relief.plotId() == null ? "wszystkie grunty" : "dz. " + relief.plotId(),
                    "period",
                    Polish.shortDate(relief.from()) + " – " + Polish.shortDate(relief.to()),
                    "enteredBy",
                    entry.enteredBy(),
                    "approvedBy",
                    entry.approvedBy() == null ? "" : entry.approvedBy(),
                    "withdrawnBy",
                    entry.withdrawnBy() == null ? "" : entry.withdrawnBy()));
        }
        return Map.of("people", people, "articles", GrantedRelief.ARTICLES, "entries", entries);
    }

    /** Whose number it is, so that no id of a person stands in a form. */
    String party(String caseNumber, int number) {
        return people(caseNumber).get(number).get("id");
    }

    private List<Map<String, String>> people(String caseNumber) {
        return jdbc.sql("""
                select t.party_id, min(t.display_name) as name
                from tax.declaration d join tax.declaration_taxpayer t on t.declaration_id = d.id
                where d.case_number = ? and d.form in ('IR-1', 'DR-1')
                group by t.party_id order by min(t.position), t.party_id
                """)
                .param(caseNumber)
                .query((row, number) -> Map.of("id", row.getString("party_id"), "name", row.getString("name")))
                .list();
    }
}
