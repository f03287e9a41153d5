package org.urgentaction.fax;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** A fax number as the keys are pressed where the writer is, by the countries' dialling plans. */
public final class DialledNumber {
  private static final String NO_REGION = "ZZ";

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /**
   * The number with the prefixes that it needs: 011 7 7172 74 56 31 from Canada for +7 7172
   * 74-56-31, the national form within the country; with + where nothing is known of the writer's
   * country, as mobile telephones and fax services take it.
   *
   * @param source names the campaign in errors
   * @param number as the campaign has it
   * @param office ISO 3166-1 country of the office, for a number without a country's code
   * @param writer ISO 3166-1 country that it is dialled from
   * @throws InvalidInputException where no country could dial it
   */
  public String from(
      String source, String number, @Nullable String office, @Nullable String writer) {
    try {
      PhoneNumber parsed = numbers.parse(number, office == null ? NO_REGION : office);
      ValidationResult possible = numbers.isPossibleNumberWithReason(parsed);
      if (possible != ValidationResult.IS_POSSIBLE) {
        throw refused(source, number);
      }
      return writer == null || numbers.getCountryCodeForRegion(writer) == 0
          ? numbers.format(parsed, PhoneNumberFormat.INTERNATIONAL)
          : numbers.formatOutOfCountryCallingNumber(parsed, writer);
    } catch (NumberParseException e) {
      throw refused(source, number);
    }
  }

  private static InvalidInputException refused(String source, String number) {
    return new InvalidInputException(
        Problem.error(source, "the fax number \"%s\" cannot be dialled".formatted(number))
            .advise("correct it in the campaign file: ua check says what may be meant"));
  }
}
