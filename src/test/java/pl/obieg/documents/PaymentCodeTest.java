package pl.obieg.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PaymentCodeTest {

    private static final String NRB = "61 1090 1014 0000 0712 1981 2874";
    private final PaymentCode code = new PaymentCode();

    @Test
    void writesTheTransferAsBanksReadIt() throws Exception {
        byte[] png =
                code.png("526-10-40-828", NRB, new BigDecimal("123.40"), "Gmina Przykładowo", "Podatek 2026 rata 1");
        assertThat(read(png))
                .isEqualTo("5261040828|PL|61109010140000071219812874|012340|Gmina Przykładowo|Podatek 2026 rata 1|||");
    }

    @Test
    void cutsLongTextsAndDropsTheSeparator() throws Exception {
        byte[] png = code.png(
                null, NRB, new BigDecimal("1"), "Urząd Gminy Przykładowo w Przykładowie", "Podatek|" + "x".repeat(40));
        assertThat(read(png))
                .isEqualTo(
                        "|PL|61109010140000071219812874|000100|Urząd Gminy Przykład|Podatek " + "x".repeat(24) + "|||");
    }

    @Test
    void leavesAnAmountThatDoesNotFitToThePayer() throws Exception {
        assertThat(read(code.png("", NRB, new BigDecimal("10000.00"), "Gmina", "Podatek")))
                .contains("|000000|");
    }

    @Test
    void refusesAWrongAccountAndANegativeAmount() {
        assertThatThrownBy(() -> code.png("", "123", BigDecimal.ONE, "Gmina", "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> code.png("", NRB, BigDecimal.ONE.negate(), "Gmina", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots))))
                .getText();
    }
}
