package pl.obieg.tax.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The bar code (Code 128) of a decision's number (rulebook §3.4 item 1). It leads from the paper, or from a returned
 * envelope, to all deliveries of the decision: these are prepared after the sealing, one for each addressee, so no
 * number of their own can be in the text that all addressees get alike.
 */
final class NumberCode {

    private static final int HEIGHT = 60;
    private static final int MODULE = 3;

    private NumberCode() {}

    /** PNG in Base64; "" for a draft, which has no number. */
    static String png(String number) {
        if (number == null) {
            return "";
        }
        BitMatrix bars = new Code128Writer()
                .encode(number, BarcodeFormat.CODE_128, 1, HEIGHT, Map.of(EncodeHintType.MARGIN, 10));
        BufferedImage image = new BufferedImage(bars.getWidth() * MODULE, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, bars.get(x / MODULE, 0) ? 0x000000 : 0xFFFFFF);
            }
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
