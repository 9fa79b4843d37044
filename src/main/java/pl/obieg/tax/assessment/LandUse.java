package pl.obieg.tax.assessment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark of the land register (EGiB, Dz.U. 2021 poz. 1390) in its two parts: {@code RIIIb} is arable land of class IIIb,
 * {@code S-PsIV} an orchard on pasture of class IV, {@code Br-RIVa} farm-built land on arable land of class IVa.
 *
 * @param use without class: {@code R}, {@code S}, {@code Ł}, {@code Ps}, {@code Br}, {@code Ls}, {@code B}, …; a mark
 *     that is not known stays as it is; {@code null} if there is none
 * @param soilClass {@code I} to {@code VI}, {@code IIIa} …, {@code VIz}; {@code null} if there is none
 */
public record LandUse(String use, String soilClass) {

    private static final Pattern MARK = Pattern.compile("(Lzr|Lz|Ls|Wsr|Wp|Ws|Wm|W|Br|Bp|Bi|Bz|Ba|B|Ps|S|Ł|R|N|E)"
            + "(?:-(?:Lzr|Ls|Ps|Ł|R|N|W)?)?(VIz|VI|V|IVa|IVb|IV|IIIa|IIIb|III|II|I)?");

    /** Reads a mark such as {@code ŁIV}. */
    public static LandUse of(String mark) {
        if (mark == null) {
            return new LandUse(null, null);
        }
        Matcher matcher = MARK.matcher(mark.strip().replace(" ", ""));
        return matcher.matches() ? new LandUse(matcher.group(1), matcher.group(2)) : new LandUse(mark.strip(), null);
    }
}
