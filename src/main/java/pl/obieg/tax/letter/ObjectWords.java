package pl.obieg.tax.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.tax.assessment.AssessmentRow;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.TaxObject;

/** Taxable objects and rows of an assessment as a Polish reader sees them in letters and on screens. */
public final class ObjectWords {

    private static final Map<String, String> KINDS =
            Map.of("LAND", "Grunt", "BUILDING", "Budynek", "STRUCTURE", "Budowla");
    private static final Map<String, String> USES = Map.ofEntries(
            Map.entry("RESIDENTIAL", "mieszkalne"),
            Map.entry("GARAGE_IN_RESIDENTIAL", "garaż w budynku mieszkalnym"),
            Map.entry("BUSINESS", "działalność gospodarcza"),
            Map.entry("HEALTH", "świadczenia zdrowotne"),
            Map.entry("SEED", "obrót materiałem siewnym"),
            Map.entry("FARM", "działalność rolnicza"),
            Map.entry("FLOWING_WATER", "pod wodami płynącymi"),
            Map.entry("LAKE_WATER", "pod wodami jezior lub zbiorników"),
            Map.entry("PUBLIC_ROAD", "droga publiczna"),
            Map.entry("REVITALISATION", "obszar rewitalizacji"),
            Map.entry("GARAGE", "garaż wolnostojący"),
            Map.entry("SUMMER_HOUSE", "domek letniskowy"),
            Map.entry("OUTBUILDING", "budynek gospodarczy"),
            Map.entry("FIRE_BRIGADE", "ochrona przeciwpożarowa"),
            Map.entry("CULTURE", "działalność kulturalna"),
            Map.entry("CEMETERY", "cmentarz"),
            Map.entry("SALMONID_POND", "staw z rybami łososiowatymi"),
            Map.entry("NATURE_RESERVE", "rezerwat przyrody"),
            Map.entry("NATIONAL_PARK", "park narodowy"),
            Map.entry("YOUNG_STAND", "drzewostan do 40 lat"),
            Map.entry("CHAPEL", "kapliczka, krzyż lub figura"),
            Map.entry("GARDEN_FEATURE", "architektura ogrodowa"),
            Map.entry("WASTE_SHELTER", "śmietnik"),
            Map.entry("BIKE_SHELTER", "wiata rowerowa"),
            Map.entry("PLAYGROUND", "urządzenie placu zabaw"),
            Map.entry("MINE_WORKING", "wyrobisko górnicze"),
            Map.entry("STORAGE_TANK", "silos lub zbiornik"),
            Map.entry("ANNEX_4", "obiekt z załącznika nr 4 do ustawy"),
            Map.entry("DEVICE_BUILDING_PART", "część budowlana urządzenia technicznego"),
            Map.entry("CONNECTION_DEVICE", "urządzenie budowlane (przyłącze, instalacja)"),
            Map.entry("MACHINE_FOUNDATION", "fundament pod maszynę"),
            Map.entry("DEVICE_TECHNICAL_PART", "część techniczna urządzenia"),
            Map.entry("OUTSIDE_ANNEX_4", "obiekt spoza załącznika nr 4"),
            Map.entry("OTHER", "pozostałe"));
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("L_BIZ", "Grunty związane z prowadzeniem działalności gospodarczej"),
            Map.entry("L_WATER", "Grunty pod wodami powierzchniowymi jezior i zbiorników sztucznych"),
            Map.entry("L_OTHER", "Grunty pozostałe"),
            Map.entry("L_REVIT", "Grunty niezabudowane objęte obszarem rewitalizacji"),
            Map.entry("B_RES", "Budynki mieszkalne lub ich części"),
            Map.entry("B_BIZ", "Budynki lub ich części związane z prowadzeniem działalności gospodarczej"),
            Map.entry("B_SEED", "Budynki zajęte na obrót kwalifikowanym materiałem siewnym"),
            Map.entry("B_HEALTH", "Budynki związane z udzielaniem świadczeń zdrowotnych"),
            Map.entry("B_OTHER", "Budynki pozostałe"),
            Map.entry("S_STD", "Budowle"),
            Map.entry("AG_FARM", "Grunty gospodarstwa rolnego"),
            Map.entry("AG_OTHER", "Grunty rolne poza gospodarstwem rolnym"),
            Map.entry("FO_STD", "Lasy"),
            Map.entry("FO_PROTECTED", "Lasy w rezerwacie przyrody lub parku narodowym"));
    private static final Map<String, String> UNITS =
            Map.of("m2", "m²", "ha", "ha", "HA_CONV", "ha przelicz.", "PERCENT", "zł");

    private ObjectWords() {}

    /** "Budynek – mieszkalne". */
    public static String kind(TaxObject object) {
        String use = object.usage() == null ? null : USES.getOrDefault(object.usage(), object.usage());
        String kind = KINDS.getOrDefault(object.kind(), "Przedmiot");
        return use == null ? kind : kind + " – " + use;
    }

    /** Place, plot and land register, joined; "" if none is given. */
    public static String place(TaxObject object) {
        List<String> parts = new ArrayList<>();
        if (object.location() != null) {
            parts.add(object.location());
        }
        if (object.plotId() != null) {
            parts.add("dz. " + object.plotId());
        }
        if (object.landRegister() != null) {
            parts.add("KW " + object.landRegister());
        }
        return String.join(", ", parts);
    }

    /** The legal category of a rate. */
    public static String category(String code) {
        return CATEGORIES.getOrDefault(code, code);
    }

    /** A row for a template: strings only. */
    public static Map<String, Object> row(int number, AssessmentRow row, TaxObject object) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("number", String.valueOf(number));
        words.put("kind", row.isTaxed() ? taxed(row, object) : kind(object));
        words.put("treatment", row.treatment());
        words.put("code", row.code() == null ? "" : row.code());
        words.put("place", place(object));
        words.put("base", Polish.plain(row.base()) + " " + UNITS.getOrDefault(unitOf(row, object), ""));
        words.put("rate", row.rate() == null ? "" : rate(row));
        words.put("months", String.valueOf(row.months()));
        words.put("share", row.shareNumerator() == null ? "1/1" : row.shareNumerator() + "/" + row.shareDenominator());
        words.put("amount", Polish.money(row.amount()));
        words.put("reason", row.reason());
        words.put("taxed", row.isTaxed());
        return words;
    }

    private static String taxed(AssessmentRow row, TaxObject object) {
        boolean land = !"PROPERTY".equals(row.treatment()) && object.egib() != null;
        return category(row.code()) + (land ? " (użytek " + object.egib() + ")" : "");
    }

    private static String unitOf(AssessmentRow row, TaxObject object) {
        if (row.unit() != null) {
            return row.unit();
        }
        return "STRUCTURE".equals(object.kind()) ? "PERCENT" : "m2";
    }

    private static String rate(AssessmentRow row) {
        return "PERCENT".equals(row.unit())
                ? Polish.plain(row.rate()) + " %"
                : Polish.decimal(row.rate()) + " zł/" + UNITS.get(row.unit());
    }
}
