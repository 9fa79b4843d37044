package pl.obieg.simulators.edoreczenia;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The base of electronic addresses (BAE). */
@Repository("edoreczeniaDirectory")
class Directory {

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param registry {@code pesel}, {@code nip} or {@code regon}
     * @param warning {@code BLOCK_WARNING}, {@code NOT_BLOCK_WARNING} or {@code null}
     */
    record Address(
            String ade,
            String registry,
            String identifier,
            String category,
            String name,
            String status,
            String warning) {

        boolean isPublic() {
            return category.equals("PUBLIC_INSTITUTION");
        }
    }

    void enter(Address address) {
        jdbc.sql("""
                insert into edoreczenia.address (ade, registry, identifier, category, name, status, warning)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (ade) do update set registry = excluded.registry, identifier = excluded.identifier,
                    category = excluded.category, name = excluded.name, status = excluded.status,
                    warning = excluded.warning
                """)
                .params(
                        address.ade(),
                        address.registry(),
                        address.identifier(),
                        address.category(),
                        address.name(),
                        address.status(),
                        address.warning())
                .update();
    }

    Optional<Address> of(String ade) {
        return jdbc.sql("select * from edoreczenia.address where ade = ?")
                .param(ade)
                .query(Address.class)
                .optional();
    }

    List<Address> all() {
        return jdbc.sql("select * from edoreczenia.address order by name, ade")
                .query(Address.class)
                .list();
    }

    List<Address> search(String registry, String identifier, List<String> categories) {
        return jdbc.sql("""
                select * from edoreczenia.address
                where registry = :registry and identifier = :identifier and category in (:categories) order by ade
                """)
                .param("registry", registry)
                .param("identifier", identifier)
                .param("categories", categories)
                .query(Address.class)
                .list();
    }
}
