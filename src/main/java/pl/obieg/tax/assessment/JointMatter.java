package pl.obieg.tax.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
     * Who owes what the declaration is about and gets the decision (PT-50, PT-54, PT-55), in the order of the form. Who
     * file together own together: a share in it is theirs together too.
     */
    public static List<String> liable(DeclarationRegister.Stored stored) {
        return liable(stored.declaration().form(), stored.partyIds(), stored.farmerIds());
    }

    /** As {@link #liable(DeclarationRegister.Stored)}, of a form that is not taken over yet. */
    public static List<String> liable(String form, List<String> partyIds, List<String> farmerIds) {
        List<Liability.CoOwner> owners = partyIds.stream()
                .distinct()
                .map(id -> new Liability.CoOwner(id, 1, partyIds.size(), farmerIds.contains(id)))
                .toList();
        return Liability.liable(TaxKind.ofForm(form), owners).stream()
                .map(Liability.CoOwner::partyId)
                .toList();
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
