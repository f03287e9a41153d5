package org.urgentaction.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.LeftOuts;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.MessageIds;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogPlace;
import org.urgentaction.mail.Attachment;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.SmtpConnections;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.mail.WrittenMessage;

/**
 * ua's engine as {@code ua send --live} runs it: claims, intents and outcomes in an action log on
 * disk; or, to see what that costs, without a log.
 */
final class SendUa implements SendWorker {
  private static final ActionDetails DETAILS = new ActionDetails("en", "IE");
  private static final String TARGET = "president";

  private final SentLetter letter;
  private final @Nullable ActionLog log;
  private int rounds;

  private SendUa(SentLetter letter, @Nullable ActionLog log) {
    this.letter = letter;
    this.log = log;
  }

  /** Arguments: folder of the letter, and a file for the log where there is to be one. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty( // as ua's Main does
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    SentLetter letter = SentLetter.read(Path.of(arguments[0]));
    if (arguments.length == 1) {
      SendWorker.serve(new SendUa(letter, null));
      return;
    }
    Path file = Path.of(arguments[1]);
    Path key = file.resolveSibling(file.getFileName() + ".key");
    try (ActionLog log = ActionLogs.open(new LogPlace.InFile(file, key), Clock.systemUTC())) {
      SendWorker.serve(new SendUa(letter, log));
    }
  }

  @Override
  public int send(Round round) {
    Clock clock = Clock.systemUTC();
    SmtpServer server = SmtpServer.parse("smtp://127.0.0.1:" + round.port());
    Ledger ledger = log == null ? new TrialLedger() : new LogLedger(log, false, clock);
    Clearance clearance =
        log == null ? Clearance.ofTrial(clock) : Clearance.by(log, false, null, clock);
    Counter counter = new Counter();
    Batch batch =
        new Batch(
            ledger,
            new SmtpConnections(
                server, Credentials.password(() -> new char[0]), SmtpTimeouts.usual()),
            clearance,
            Pace.unlimited(round.connections(), clock),
            counter);
    String campaign = "round-" + ++rounds;
    SendPlan plan =
        new SendPlan(Integer.MAX_VALUE, Map.of(TARGET, 1), Map.of("en", 1), new LeftOuts(List.of()));
    batch.run(plan, () -> letters(campaign, round));
    return counter.accepted.get();
  }

  private Iterator<Assignment> letters(String campaign, Round round) {
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        return !round.over();
      }

      @Override
      public Assignment next() {
        int mine = number++;
        String writer = writer(mine);
        ActionKey key = new ActionKey(campaign, TARGET, Channel.EMAIL, writer);
        return new Assignment(
            key,
            DETAILS,
            () -> message(letter, mine, key, round.pdf()),
            Optional::empty,
            Set.of(writer),
            ZoneOffset.UTC,
            mine);
      }
    };
  }

  /** As long and as mixed as the log's keyed hashes. */
  private static String writer(int number) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Integer.toString(number).getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that belongs to no run, for those who send without an action log. */
  static OutgoingMessage message(SentLetter letter, boolean pdf) {
    return message(letter, 1, new ActionKey("source", TARGET, Channel.EMAIL, writer(1)), pdf);
  }

  private static OutgoingMessage message(SentLetter letter, int number, ActionKey key, boolean pdf) {
    MailAddress from =
        MailAddress.of("from", SentLetter.name(number), SentLetter.from(number));
    return new OutgoingMessage(
        from,
        null,
        null,
        MailAddress.of("to", "President", SentLetter.TO),
        List.of(),
        SentLetter.SUBJECT,
        Locale.ENGLISH,
        letter.text(number),
        letter.html(number),
        pdf
            ? List.of(new Attachment("letter.pdf", "application/pdf", letter.pdf().clone()))
            : List.of(),
        Instant.now(),
        MessageIds.of(key, from));
  }

  private static final class Counter implements SendListener {
    private final AtomicInteger accepted = new AtomicInteger();

    @Override
    public void delivered(
        Assignment assignment, WrittenMessage message, Delivery delivery, int done, int total) {
      if (!(delivery instanceof Delivery.Accepted)) {
        throw new IllegalStateException(delivery.toString());
      }
      accepted.incrementAndGet();
    }

    @Override
    public void leftOut(LeftOut leftOut, int done, int total) {
      throw new IllegalStateException(leftOut.words());
    }

    @Override
    public void waiting(Instant until, String why) {
      throw new IllegalStateException(why);
    }
  }
}
