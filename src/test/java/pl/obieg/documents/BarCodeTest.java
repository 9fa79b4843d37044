package pl.obieg.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.support.Scans;

class BarCodeTest {

    @Test
    @DisplayName("OFF-10: a scanner reads the place from the label's bar code")
    void aScannerReadsThePlace() throws Exception {
        BufferedImage image = BarCode.image("SCh/1274/2026");
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        assertThat(new Code128Reader()
                        .decode(new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots))))
                        .getText())
                .isEqualTo("SCh/1274/2026");
        assertThat(BarCode.dataUri("SCh/1/2026")).startsWith("data:image/png;base64,");
    }

    @Test
    void countsThePagesOfAPdfAndOfNothingElse() {
        assertThat(PdfPages.of(Scans.ofPages(3))).hasValue(3);
        assertThat(PdfPages.of(Scans.ofPages(0))).isEqualTo(OptionalInt.empty());
        assertThat(PdfPages.of("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PdfPages.of(new byte[0])).isEmpty();
    }
}
