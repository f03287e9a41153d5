package org.urgentaction.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be said of a writer, with the column titles under which lists say it. */
public enum WriterField {
  NAME(
      "name",
      "full name",
      "nom",
      "nom complet",
      "nombre",
      "nombre completo",
      "имя",
      "фио",
      "аты",
      "vollstandiger name",
      "nome",
      "naam",
      "الاسم"),
  FIRST_NAME("first name", "given name", "prenom", "vorname", "nombre de pila", "имя собственное"),
  LAST_NAME(
      "last name",
      "surname",
      "family name",
      "nom de famille",
      "nachname",
      "familienname",
      "apellido",
      "apellidos",
      "фамилия"),
  EMAIL(
      "email",
      "e-mail",
      "mail",
      "email address",
      "e-mail address",
      "courriel",
      "adresse e-mail",
      "correo",
      "correo electronico",
      "e-mail-adresse",
      "эл. почта",
      "почта",
      "электронная почта",
      "البريد الالكتروني"),
  ADDRESS(
      "address",
      "street",
      "street address",
      "address line",
      "adresse",
      "rue",
      "direccion",
      "calle",
      "strasse",
      "anschrift",
      "адрес",
      "улица",
      "мекенжай",
      "العنوان"),
  POSTCODE(
      "postcode",
      "postal code",
      "post code",
      "zip",
      "zip code",
      "code postal",
      "codigo postal",
      "plz",
      "postleitzahl",
      "индекс",
      "почтовый индекс"),
  CITY(
      "city",
      "town",
      "place",
      "ville",
      "ciudad",
      "localidad",
      "stadt",
      "ort",
      "город",
      "қала",
      "المدينة"),
  COUNTRY("country", "pays", "pais", "land", "страна", "ел", "البلد", "country code"),
  LANGUAGE("language", "lang", "langue", "idioma", "sprache", "язык", "тіл", "اللغة"),
  PHONE(
      "phone",
      "telephone",
      "tel",
      "phone number",
      "mobile",
      "telefono",
      "telefon",
      "телефон",
      "الهاتف"),
  WORDS(
      "words",
      "message",
      "own words",
      "personal message",
      "comment",
      "mots",
      "mensaje",
      "nachricht",
      "сообщение",
      "слова");

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> titles;

  WriterField(String... titles) {
    this.titles = Set.of(titles);
  }

  /** The field that a column title names: case, accents, underscores and stars do not matter. */
  public static Optional<WriterField> ofTitle(String title) {
    String plain =
        Normalizer.normalize(title.strip(), Normalizer.Form.NFD)
            .replaceAll("(?<=\\p{IsLatin})\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replaceAll("[_*:\\s]+", " ")
            .strip();
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
    for (WriterField field : values()) {
      if (field.titles.contains(composed)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** As options and messages write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
