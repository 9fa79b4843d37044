package pl.obieg;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start which database the office works on, so that nobody takes one for another. */
@Component
class DatabaseNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseNotice.class);

    private final DataSource dataSource;

    DatabaseNotice(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            LOG.info(
                    "Database: {} {} at {}",
                    database.getDatabaseProductName(),
                    database.getDatabaseProductVersion(),
                    withoutParameters(database.getURL()));
        }
    }

    private static String withoutParameters(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
