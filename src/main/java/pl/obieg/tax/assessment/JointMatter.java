package pl.obieg.tax.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Which declarations one decision is about: those of one year by the same liable persons (LZ-01, LZ-03). People file one
 * form for each tax, so the forms come as several letters.
 */
@Repository
public class JointMatter {

    private final JdbcClient jdbc;
    private final DeclarationRegister declarations;

    public JointMatter(JdbcClient jdbc, DeclarationRegister declarations) {
        this.jdbc = jdbc;
        this.declarations = declarations;
    }

    /**
     * Who owes what the declaration is about and gets the decision, in the order of the form: those whose title makes
     * them taxpayers (PT-02), all of them together (PT-50, PT-54), but of a farm the one who runs it alone (PT-55). A
     * share that they hold together is theirs together too; nobody, if the form names no taxpayer.
     */
    public static List<String> liable(DeclarationRegister.Stored stored) {
        List<String> taxpayers = IntStream.range(0, stored.partyIds().size())
                .filter(at -> stored.standings().get(at).liable())
                .mapToObj(stored.partyIds()::get)
                .toList();
        return liable(stored.declaration().form(), taxpayers, stored.farmerIds());
    }

    /** As {@link #liable(DeclarationRegister.Stored)}, of those whose title makes them taxpayers. */
    public static List<String> liable(String form, List<String> taxpayerIds, List<String> farmerIds) {
        List<String> liable = taxpayerIds.stream().distinct().toList();
        List<String> farmers = liable.stream().filter(farmerIds::contains).toList();
        boolean farm = TaxKind.ofForm(form) == TaxKind.AGRICULTURAL;
        return farm && farmers.size() == 1 ? farmers : liable;
    }

    /** The declaration, then the others of its year and owners that no assessment rests on yet. */
    public List<DeclarationRegister.Stored> withOthers(DeclarationRegister.Stored own) {
        List<DeclarationRegister.Stored> all = new ArrayList<>(List.of(own));
        Set<String> liable = new TreeSet<>(liable(own));
        jdbc
                .sql("""
                select d.id from tax.declaration d
                where d.tax_year = ? and d.id <> ? and d.replaced_by is null and d.form in ('IN-1', 'IR-1', 'IL-1')
                  and exists (select from tax.declaration_taxpayer t where t.declaration_id = d.id and t.party_id = ?)
                  and not exists (select from tax.assessment a where a.declaration_id = d.id)
                  and not exists (select from tax.assessment_declaration c where c.declaration_id = d.id
                                  and c.assessment_id not in
                                      (select id from tax.assessment where declaration_id = ?))
                order by array_position(array['IN-1', 'IR-1', 'IL-1'], d.form::text), d.received_on, d.id
                """)
                .params(own.declaration().year(), own.id(), liable.iterator().next(), own.id())
                .query(String.class)
                .list()
                .stream()
                .map(declarations::get)
                .filter(other -> new TreeSet<>(liable(other)).equals(liable))
                .forEach(all::add);
        return all;
    }
}
