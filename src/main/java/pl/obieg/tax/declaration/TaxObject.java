package pl.obieg.tax.declaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One taxable thing of a declaration.
 *
 * @param kind {@code LAND}, {@code BUILDING}, {@code STRUCTURE}
 * @param egib use in the land register (EGiB): {@code B}, {@code Ba}, {@code R}, …; {@code null} for buildings
 * @param usage what it serves or is: {@code RESIDENTIAL}, {@code GARAGE_IN_RESIDENTIAL}, {@code BUSINESS}, … (D03, and
 *     the words of the forms in {@code wzory/}); kinds of small objects and structures too (PT-20 to PT-22)
 * @param location address or description
 * @param plotId {@code 990101_2.0001.123/4}
 * @param landRegister number of the land and mortgage register (KW)
 * @param area m², 2 decimals; of a building with {@code floors} not used
 * @param areaHa ha, 4 decimals; land under water
 * @param value zł; structures
 * @param floors parts of a building by kind and height (PT-25, PT-26)
 * @param occupied tied to or occupied for business (PT-24)
 * @param shareNumerator of the share, with {@code shareDenominator}
 * @param shareBasis {@code 3.4a} or {@code 3.5} if the taxpayer owes the share only (PT-51, PT-52), else {@code null}
 * @param exemption statute of a claimed exemption, or {@code null}
 * @param months of the year in which it is taxed, 1 to 12; else counted from {@code from} and {@code to}
 * @param publicOwner whether the State or a local government owns it (PT-02)
 * @param owedByOthers whether its taxpayer is somebody whom the declaration does not name (PT-02)
 */
public record TaxObject(
        String kind,
        String egib,
        String usage,
        String location,
        String plotId,
        String landRegister,
        BigDecimal area,
        BigDecimal areaHa,
        BigDecimal value,
        List<Floor> floors,
        Boolean occupied,
        Integer shareNumerator,
        Integer shareDenominator,
        String shareBasis,
        String exemption,
        Integer months,
        LocalDate from,
        LocalDate to,
        Boolean publicOwner,
        Boolean owedByOthers) {

    public TaxObject {
        floors = floors == null ? List.of() : List.copyOf(floors);
    }

    /** Of a private owner. */
    public TaxObject(
            String kind,
            String egib,
            String usage,
            String location,
            String plotId,
            String landRegister,
            BigDecimal area,
            BigDecimal areaHa,
            BigDecimal value,
            List<Floor> floors,
            Boolean occupied,
            Integer shareNumerator,
            Integer shareDenominator,
            String shareBasis,
            String exemption,
            Integer months,
            LocalDate from,
            LocalDate to) {
        this(
                kind,
                egib,
                usage,
                location,
                plotId,
                landRegister,
                area,
                areaHa,
                value,
                floors,
                occupied,
                shareNumerator,
                shareDenominator,
                shareBasis,
                exemption,
                months,
                from,
                to,
                null,
                null);
    }

    /**
     * A part of a building with one height.
     *
     * @param area m², along the inner walls
     * @param height m
     * @param part {@code STAIRCASE}, {@code LIFT_SHAFT}, {@code UNUSABLE_ATTIC}, {@code USABLE_ATTIC}, {@code CELLAR},
     *     {@code UNDERGROUND_GARAGE} (PT-25); {@code null} for rooms of a storey
     */
    public record Floor(BigDecimal area, BigDecimal height, String part) {

        /** Rooms of a storey. */
        public Floor(BigDecimal area, BigDecimal height) {
            this(area, height, null);
        }
    }

    /** The same object with counted months, 0 to 12. */
    public TaxObject taxed(int countedMonths, LocalDate start) {
        return with(countedMonths, start, to);
    }

    /** The same object, taxed within these days; declared months no longer count. */
    public TaxObject within(LocalDate first, LocalDate last) {
        return with(null, first, last);
    }

    private TaxObject with(Integer countedMonths, LocalDate first, LocalDate last) {
        return new TaxObject(
                kind,
                egib,
                usage,
                location,
                plotId,
                landRegister,
                area,
                areaHa,
                value,
                floors,
                occupied,
                shareNumerator,
                shareDenominator,
                shareBasis,
                exemption,
                countedMonths,
                first,
                last,
                publicOwner,
                owedByOthers);
    }

    /**
     * The same object as it is after a change.
     *
     * @param newArea m², of land that is measured in ha too; {@code null} if it stays
     * @param newUsage {@code null} if it stays; {@code BUSINESS} means occupied for business
     */
    public TaxObject changed(BigDecimal newArea, String newUsage) {
        boolean inHectares = areaHa != null && area == null;
        return new TaxObject(
                kind,
                egib,
                newUsage == null ? usage : newUsage,
                location,
                plotId,
                landRegister,
                newArea == null || inHectares ? area : newArea,
                newArea != null && inHectares ? newArea.movePointLeft(4) : areaHa,
                value,
                newArea == null ? floors : List.of(),
                newUsage == null ? occupied : Boolean.valueOf("BUSINESS".equals(newUsage)),
                shareNumerator,
                shareDenominator,
                shareBasis,
                exemption,
                months,
                from,
                to,
                publicOwner,
                owedByOthers);
    }

    /** The same structure with another value. */
    public TaxObject valued(BigDecimal newValue) {
        return new TaxObject(
                kind,
                egib,
                usage,
                location,
                plotId,
                landRegister,
                area,
                areaHa,
                newValue,
                floors,
                occupied,
                shareNumerator,
                shareDenominator,
                shareBasis,
                exemption,
                months,
                from,
                to,
                publicOwner,
                owedByOthers);
    }

    /** The same object where nobody whom the declaration names owes its tax. */
    public TaxObject owedByOthers(boolean others) {
        return new TaxObject(
                kind,
                egib,
                usage,
                location,
                plotId,
                landRegister,
                area,
                areaHa,
                value,
                floors,
                occupied,
                shareNumerator,
                shareDenominator,
                shareBasis,
                exemption,
                months,
                from,
                to,
                publicOwner,
                others);
    }

    /** Whether the taxpayer owes the tax for the share only (PT-51, PT-52). */
    public boolean shareApplies() {
        return shareBasis != null;
    }

    /** Whether it says how big or dear it is. */
    public boolean isMeasured() {
        return area != null || areaHa != null || value != null || !floors.isEmpty();
    }

    /** Whether the share, if there is one, is a proper fraction. */
    public boolean hasSoundShare() {
        return shareBasis == null && shareNumerator == null
                || shareNumerator != null
                        && shareDenominator != null
                        && shareNumerator > 0
                        && shareDenominator >= shareNumerator;
    }
}
