package pl.obieg.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, with an empty profile. Every step waits until what it needs is there. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHROME = Path.of(System.getenv().getOrDefault("CHROME_BIN", "/usr/bin/chromium"));
    private static final Path DRIVER =
            Path.of(System.getenv().getOrDefault("CHROMEDRIVER_BIN", "/usr/bin/chromedriver"));

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROME.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--disable-component-update",
                "--disable-sync",
                "--lang=pl",
                "--window-size=1440,1000",
                "--user-data-dir=" + emptyProfile());
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", console);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** Why there can be no browser on this machine; empty if there can. */
    static String missing() {
        return List.of(CHROME, DRIVER).stream()
                .filter(file -> !Files.isExecutable(file))
                .map(file -> "Nie ma pliku " + file + " (CHROME_BIN, CHROMEDRIVER_BIN). ")
                .reduce("", String::concat);
    }

    private static Path emptyProfile() {
        try {
            return Files.createTempDirectory("obieg-browser");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void open(String address) {
        driver.get(address);
    }

    /** Opens the page again and again until it shows the element. */
    void openUntil(String address, String what) {
        waiting(what).until(unused -> {
            driver.get(address);
            return driver.findElements(by(what)).stream().anyMatch(WebElement::isDisplayed);
        });
    }

    /** Waits until that many windows are open. */
    Set<String> windows(int count) {
        return waiting("windows")
                .until(unused -> driver.getWindowHandles().size() == count ? driver.getWindowHandles() : null);
    }

    /** Another person sits down at the computer. */
    void forgetWhoIsSignedIn() {
        driver.manage().deleteAllCookies();
    }

    /** Waits for the first displayed element, an XPath or a CSS selector. */
    WebElement see(String what) {
        return waiting(what)
                .until(unused -> driver.findElements(by(what)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until the text is somewhere on the page. */
    void read(String text) {
        waiting(text).until(unused -> text().contains(text));
    }

    /** Waits until the text has gone. */
    void readNoMore(String text) {
        waiting("no " + text).until(unused -> !text().contains(text));
    }

    /** Waits until no such element is displayed. */
    void seeNoMore(String what) {
        waiting("no " + what)
                .until(unused -> driver.findElements(by(what)).stream().noneMatch(WebElement::isDisplayed));
    }

    /** Clicks as soon as nothing lies over it. */
    void click(String what) {
        waiting(what).ignoring(WebDriverException.class).until(unused -> {
            WebElement found = see(what);
            script("arguments[0].scrollIntoView({block: 'center'})", found);
            found.click();
            return true;
        });
    }

    void type(String field, String text) {
        WebElement input = see(field);
        input.clear();
        input.sendKeys(text);
    }

    /** Sets a number or text field that has a value already. */
    void replace(String field, String text) {
        script("arguments[0].value = arguments[1]", see(field), text);
    }

    /** Everything inside the frame, then back to the page. */
    void inFrame(String frame, Runnable work) {
        driver.switchTo().frame(see(frame));
        work.run();
        driver.switchTo().defaultContent();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String localStorage() {
        return String.valueOf(script("return JSON.stringify(localStorage)"));
    }

    Object script(String code, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(code, arguments);
    }

    /** Fetches with the cookies of the page. */
    Object fetch(String address) {
        return driver.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(a => a.blob()).then(b => b.slice(0, 5).text())"
                        + ".then(done, done)",
                address);
    }

    /** What the console has got of errors since the last look. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                // the simulators have none, and whose request it was cannot be told
                .filter(message -> !message.contains("/favicon.ico"))
                .toList();
    }

    ChromeDriver driver() {
        return driver;
    }

    private WebDriverWait waiting(String what) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
        wait.withMessage(() -> "Waiting for " + what + " at " + driver.getCurrentUrl() + ", which shows:\n" + text());
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    private static By by(String what) {
        return what.startsWith("/") || what.startsWith("(") ? By.xpath(what) : By.cssSelector(what);
    }

    /** XPath of a link or button with the text. */
    static String labelled(String text) {
        return String.format(Locale.ROOT, "//*[self::a or self::button][contains(normalize-space(.), '%s')]", text);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
