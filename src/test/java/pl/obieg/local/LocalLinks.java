package pl.obieg.local;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pl.obieg.workplace.OutsideLinks;

/** Shows the simulators and the sample sign-ins on the start page of a local run. */
@Component
public class LocalLinks implements OutsideLinks {

    private final String outside;

    LocalLinks(@Value("${obieg.local-outside:http://localhost:8090}") String outside) {
        this.outside = outside;
    }

    @Override
    public List<Link> pages() {
        return List.of(
                new Link("Świat zewnętrzny", outside + "/", "Zegar, przykładowe deklaracje, wszystkie symulatory"),
                new Link("ePUAP", outside + "/epuap", "Skrzynka urzędu i pisma wysłane do mieszkańców"),
                new Link("e-Doręczenia", outside + "/edoreczenia", "Wiadomości, dowody, baza adresów BAE"),
                new Link("Poczta", outside + "/post", "Przesyłki polecone i potwierdzenia odbioru"),
                new Link("Bank", outside + "/bank", "Wpłaty i wyciągi"),
                new Link("Organ egzekucyjny", outside + "/enforcement", "Tytuły wykonawcze, przelewy, umorzenia"));
    }

    @Override
    public List<SampleAccount> accounts() {
        List<SampleAccount> accounts = new ArrayList<>(SampleStaff.PEOPLE.stream()
                .map(person -> new SampleAccount(
                        person.firstName() + " " + person.lastName() + ", " + person.post(),
                        person.login(),
                        SampleStaff.PASSWORD))
                .toList());
        accounts.add(new SampleAccount("Mieszkaniec w portalu Gmina24", "obywatel1", SampleCitizens.PASSWORD));
        accounts.add(new SampleAccount("Firma w portalu Gmina24", "firma1", SampleCitizens.PASSWORD));
        return accounts;
    }
}
