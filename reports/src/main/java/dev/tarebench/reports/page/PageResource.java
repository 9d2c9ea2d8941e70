package dev.tarebench.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the parts of the page from the jar. */
final class PageResource {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/%s/echarts.min.js";
    private static final String VERSION = "/dev/tarebench/reports/page/echarts.properties";

    private PageResource() {}

    static String read(String name) {
        return readAbsolute("/dev/tarebench/reports/page/" + name);
    }

    /** ECharts as its WebJar has it; a script element must not be closed by a text inside it. */
    static String echarts() {
        Properties webJar = new Properties();
        try (InputStream in = open(VERSION)) {
            webJar.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(VERSION + " cannot be read", e);
        }
        return readAbsolute(ECHARTS.formatted(webJar.getProperty("version"))).replace("</script", "<\\/script");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String readAbsolute(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = PageResource.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        return in;
    }
}
