package pl.obieg.tax.declaration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Declarations the tax system took over; each submission at most once. Persons stay in the client base. */
@Repository
public class DeclarationRegister {

    private final JdbcClient jdbc;

    public DeclarationRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The declaration that came with the submission. */
    public Optional<String> idOf(String submissionId) {
        return jdbc.sql("select id from tax.declaration where submission_id = ?")
                .param(submissionId)
                .query(String.class)
                .optional();
    }

    /**
     * Stores it.
     *
     * @param partyIds of the taxpayers, in their order
     * @return its id
     */
    public String add(
            Declaration declaration,
            String submissionId,
            String caseNumber,
            LocalDate receivedOn,
            List<String> partyIds) {
        String id = UUID.randomUUID().toString();
        Declaration.Declared declared = declaration.declared();
        jdbc.sql("""
                insert into tax.declaration (id, submission_id, case_number, form, version, tax_year, purpose, event,
                        event_date, obligation_since, received_on, declared_total, declared_tax)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        submissionId,
                        caseNumber,
                        declaration.form(),
                        declaration.version(),
                        declaration.year(),
                        declaration.purpose() == null ? "NEW" : declaration.purpose(),
                        declaration.event(),
                        declaration.eventDate(),
                        declaration.since(),
                        receivedOn,
                        declared == null ? null : declared.total(),
                        declared == null ? null : declared.tax())
                .update();
        for (int i = 0; i < partyIds.size(); i++) {
            Declaration.Taxpayer taxpayer = declaration.taxpayers().get(i);
            jdbc.sql("insert into tax.declaration_taxpayer values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            i,
                            partyIds.get(i),
                            taxpayer.kind().name(),
                            taxpayer.displayName(),
                            Boolean.TRUE.equals(taxpayer.runsFarm()),
                            taxpayer.title().name())
                    .update();
        }
        for (int i = 0; i < declaration.objects().size(); i++) {
            add(id, i, declaration.objects().get(i));
        }
        replaceFormer(id);
        return id;
    }

    /**
     * Stores what the office itself found out, for the taxpayers of an earlier declaration.
     *
     * @return its id
     */
    public String addOfOffice(Declaration declaration, String caseNumber, LocalDate day, String earlierId) {
        String id = add(declaration, UUID.randomUUID().toString(), caseNumber, day, List.of());
        jdbc.sql("""
                insert into tax.declaration_taxpayer (declaration_id, position, party_id, kind, display_name, runs_farm,
                        title, liable, liable_because)
                select ?, position, party_id, kind, display_name, runs_farm, title, liable, liable_because
                from tax.declaration_taxpayer where declaration_id = ?
                """).params(id, earlierId).update();
        return id;
    }

    /**
     * Where a person whom a declaration names stands to its tax.
     *
     * @param liable whether he owes it (PT-02)
     * @param because a Polish sentence without its full stop; {@code null} if nobody asked
     */
    public record Standing(Title title, boolean liable, String because) {}

    /** Keeps who of the named, in their order, owes the tax. */
    public void judge(String id, List<Standing> standings) {
        for (int i = 0; i < standings.size(); i++) {
            jdbc.sql("update tax.declaration_taxpayer set liable = ?, liable_because = ?"
                            + " where declaration_id = ? and position = ?")
                    .params(standings.get(i).liable(), standings.get(i).because(), id, i)
                    .update();
        }
    }

    /** Of one case, tax and year the newest declaration counts: the right form in place of a wrong one too (IN-1, DN-1). */
    private void replaceFormer(String id) {
        jdbc.sql("""
                update tax.declaration former set replaced_by = newer.id from tax.declaration newer
                where newer.id = ? and former.id <> newer.id and former.replaced_by is null
                  and former.case_number = newer.case_number and right(former.form, 3) = right(newer.form, 3)
                  and former.tax_year = newer.tax_year
                """).param(id).update();
    }

    /**
     * A correction that comes while the information it corrects still waits in another case takes its place, so that one
     * decision is issued and nothing is counted twice (OP art. 81, LZ-01). After a decision it changes nothing here: then it
     * is a matter of changing that decision.
     *
     * @param id of the correction of an information: IN-1, IR-1 or IL-1; one that reports a change in the year adds to the
     *     former
     */
    public void supersedeWaiting(String id) {
        jdbc.sql("""
                update tax.declaration former set replaced_by = newer.id from tax.declaration newer
                where newer.id = ? and former.id <> newer.id and former.replaced_by is null
                  and newer.purpose = 'CORRECTION' and newer.event is null and newer.form in ('IN-1', 'IR-1', 'IL-1')
                  and former.case_number <> newer.case_number and former.form = newer.form
                  and former.tax_year = newer.tax_year and former.received_on <= newer.received_on
                  and array(select t.party_id::text from tax.declaration_taxpayer t where t.declaration_id = former.id
                            order by 1)
                    = array(select t.party_id::text from tax.declaration_taxpayer t where t.declaration_id = newer.id
                            order by 1)
                  and not exists (select from tax.assessment_declaration c
                                  join tax.decision d on d.assessment_id = c.assessment_id
                                  where c.declaration_id = former.id)
                """).param(id).update();
    }

    /** The other case in which a correction has taken the declaration's place. */
    public Optional<String> caseThatReplaces(String id) {
        return jdbc.sql("""
                select newer.case_number from tax.declaration former join tax.declaration newer on newer.id = former.replaced_by
                where former.id = ? and newer.case_number <> former.case_number
                """).param(id).query(String.class).optional();
    }

    private void add(String id, int position, TaxObject object) {
        jdbc.sql("insert into tax.taxable_object values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        position,
                        object.kind(),
                        object.egib(),
                        object.usage(),
                        object.location(),
                        object.plotId(),
                        object.landRegister(),
                        object.area(),
                        object.areaHa(),
                        object.value(),
                        object.occupied(),
                        object.shareNumerator(),
                        object.shareDenominator(),
                        object.shareBasis(),
                        object.exemption(),
                        object.months(),
                        object.from(),
                        object.to(),
                        object.publicOwner(),
                        Boolean.TRUE.equals(object.owedByOthers()))
                .update();
        for (int i = 0; i < object.floors().size(); i++) {
            TaxObject.Floor floor = object.floors().get(i);
            jdbc.sql("insert into tax.building_floor values (?, ?, ?, ?, ?, ?)")
                    .params(id, position, i, floor.area(), floor.height(), floor.part())
                    .update();
        }
    }

    /**
     * A stored declaration.
     *
     * @param partyIds of the taxpayers, in their order
     * @param farmerIds of those who run the farm (PT-55)
     * @param standings of the taxpayers, in their order
     * @param acceptedOn day of acceptance, {@code null} before
     */
    public record Stored(
            String id,
            String submissionId,
            String caseNumber,
            LocalDate receivedOn,
            LocalDate acceptedOn,
            List<String> partyIds,
            List<String> taxpayerNames,
            List<String> farmerIds,
            List<Standing> standings,
            Declaration declaration) {}

    /** @throws IllegalArgumentException if there is none */
    public Stored get(String id) {
        List<String> parties = taxpayers(id, "party_id");
        List<String> names = taxpayers(id, "display_name");
        List<String> farmers = jdbc.sql("select party_id from tax.declaration_taxpayer"
                        + " where declaration_id = ? and runs_farm order by position")
                .param(id)
                .query(String.class)
                .list();
        List<Standing> standings = jdbc.sql("select title, liable, liable_because from tax.declaration_taxpayer"
                        + " where declaration_id = ? order by position")
                .param(id)
                .query((row, number) -> new Standing(
                        Title.valueOf(row.getString("title")),
                        row.getBoolean("liable"),
                        row.getString("liable_because")))
                .list();
        List<TaxObject> objects = jdbc.sql(
                        "select * from tax.taxable_object where declaration_id = ? order by position")
                .param(id)
                .query((row, number) -> object(row, floors(id, row.getInt("position"))))
                .list();
        return jdbc.sql("select * from tax.declaration where id = ?")
                .param(id)
                .query((row, number) -> stored(row, parties, names, farmers, standings, objects))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No declaration " + id));
    }

    /** The objects of several declarations, one after the other. */
    public List<TaxObject> objects(List<String> ids) {
        return ids.stream()
                .flatMap(id -> get(id).declaration().objects().stream())
                .toList();
    }

    /** Whether a correction has taken its place. */
    public boolean isReplaced(String id) {
        return jdbc.sql("select replaced_by is not null from tax.declaration where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Marks it accepted; the first day stays. */
    public void accept(String id, LocalDate day) {
        jdbc.sql("update tax.declaration set accepted_on = coalesce(accepted_on, ?) where id = ?")
                .params(day, id)
                .update();
    }

    private List<String> taxpayers(String id, String column) {
        return jdbc.sql("select " + column
                        + " from tax.declaration_taxpayer where declaration_id = ? order by position")
                .param(id)
                .query(String.class)
                .list();
    }

    private List<TaxObject.Floor> floors(String id, int object) {
        return jdbc.sql("""
                select area, height, part from tax.building_floor
                where declaration_id = ? and object_position = ? order by position
                """)
                .params(id, object)
                .query((row, number) -> new TaxObject.Floor(
                        row.getBigDecimal("area"), row.getBigDecimal("height"), row.getString("part")))
                .list();
    }

    private static Stored stored(
            ResultSet row,
            List<String> parties,
            List<String> names,
            List<String> farmers,
            List<Standing> standings,
            List<TaxObject> objects)
            throws SQLException {
        return new Stored(
                row.getString("id"),
                row.getString("submission_id"),
                row.getString("case_number"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                parties,
                names,
                farmers,
                standings,
                new Declaration(
                        row.getString("form"),
                        row.getString("version"),
                        row.getInt("tax_year"),
                        null,
                        row.getString("purpose"),
                        row.getString("event"),
                        row.getObject("event_date", LocalDate.class),
                        row.getObject("obligation_since", LocalDate.class),
                        List.of(),
                        null,
                        objects,
                        new Declaration.Declared(
                                row.getBigDecimal("declared_total"), row.getBigDecimal("declared_tax"))));
    }

    private static TaxObject object(ResultSet row, List<TaxObject.Floor> floors) throws SQLException {
        return new TaxObject(
                row.getString("kind"),
                row.getString("egib"),
                row.getString("usage"),
                row.getString("location"),
                row.getString("plot_id"),
                row.getString("land_register"),
                row.getBigDecimal("area"),
                row.getBigDecimal("area_ha"),
                row.getBigDecimal("value"),
                floors,
                row.getObject("occupied", Boolean.class),
                row.getObject("share_numerator", Integer.class),
                row.getObject("share_denominator", Integer.class),
                row.getString("share_basis"),
                row.getString("exemption"),
                row.getObject("months", Integer.class),
                row.getObject("taxed_from", LocalDate.class),
                row.getObject("taxed_to", LocalDate.class),
                row.getObject("public_owner", Boolean.class),
                row.getBoolean("owed_by_others"));
    }
}
