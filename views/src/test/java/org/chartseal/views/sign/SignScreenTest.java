package org.chartseal.views.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TableView;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignScreenTest {

  private final Tray desk = new Tray();
  private Workbench bench;
  private SignScreen screen;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    desk.drafts = List.of(draft("a", JobState.DRAFT), draft("b", JobState.DRAFT));
    screen = bench.fx(() -> new SignScreen(bench.kit(), desk, waiting -> {}));
    bench.show(screen);
    bench.await(() -> bench.has("drafts"));
  }

  @AfterEach
  void close() {
    bench.fx(() -> {
      screen.detached();
      screen.closed();
      return screen;
    });
    bench.close();
  }

  @Test
  void nothing_is_opened_before_it_is_chosen() {
    assertThat(bench.texts()).contains("Choose an entry");
    assertThat(desk.opened).isEmpty();
  }

  @Test
  void what_is_chosen_is_read_once_while_others_go_their_way() throws Exception {
    choose(0);
    bench.awaitText("Says a");
    desk.drafts = List.of(draft("a", JobState.DRAFT), draft("b", JobState.SUBMITTED));
    bench.awaitText("Submitted");
    desk.drafts = List.of(draft("b", JobState.FINAL), draft("a", JobState.DRAFT));
    bench.awaitText("Final");
    assertThat(bench.texts()).contains("Says a");
    assertThat(desk.opened).containsExactly("a");
    assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo("a");
    bench.speak(Language.KOREAN);
  }

  @Test
  void what_is_signed_meanwhile_is_not_shown_any_more() throws Exception {
    choose(0);
    bench.awaitText("Says a");
    desk.drafts = List.of(draft("a", JobState.SIGNED));
    bench.awaitText("This entry is signed");
    assertThat(bench.texts()).doesNotContain("Says a");
  }

  @Test
  void what_cannot_be_read_says_why_and_is_read_again() throws Exception {
    desk.refusal = new Fault("CS-TEST-08", "The key is elsewhere.");
    choose(1);
    bench.awaitText("The key is elsewhere.");
    desk.refusal = null;
    bench.pressWords("Try again");
    bench.awaitText("Says b");
  }

  @Test
  void what_is_discarded_leaves_nothing_of_it() throws Exception {
    choose(0);
    bench.awaitText("Says a");
    bench.press("sign-discard");
    assertThat(desk.drafts).hasSize(2);
    bench.press("confirmation-go");
    bench.awaitText("Choose an entry");
    assertThat(bench.texts()).doesNotContain("Says a");
  }

  @Test
  void what_is_closed_leaves_nothing_on_the_screen() throws Exception {
    choose(0);
    bench.awaitText("Says a");
    bench.fx(() -> {
      screen.detached();
      screen.closed();
      return screen;
    });
    assertThat(bench.texts()).doesNotContain("Says a").doesNotContain("Title a");
  }

  private void choose(int row) {
    bench.fx(() -> {
      table().getSelectionModel().select(row);
      return row;
    });
  }

  @SuppressWarnings("unchecked") // the table's own lines
  private TableView<SignDesk.Draft> table() {
    return bench.find("drafts", TableView.class);
  }

  private static SignDesk.Draft draft(String id, JobState state) {
    return new SignDesk.Draft(
        id,
        Optional.of(new SignDesk.About("Hong Seo-yeon", "note", "Title " + id, "2026-05-04")),
        Instant.parse("2026-05-04T09:00:00Z"),
        state);
  }

  /** Drafts that say their ids. */
  private static final class Tray implements SignDesk {
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private volatile List<Draft> drafts = List.of();
    private volatile @Nullable Fault refusal;

    @Override
    public List<Draft> drafts() {
      return drafts;
    }

    @Override
    public ContentView content(String id, Progress progress) throws RefusedException {
      opened.add(id);
      Fault why = refusal;
      if (why != null) {
        throw new RefusedException(why);
      }
      return new ContentView(
          new EntryOutcome.Shown(
              new EntryView(
                  List.of(
                      new EntryView.Section(
                          "Results",
                          List.of(
                              new EntryView.Line(
                                  "Observation/1",
                                  "Says " + id,
                                  "1",
                                  "",
                                  "final",
                                  "2026-05-04")))))),
          new DocumentOutcome.Nothing());
    }

    @Override
    public KeyHolder signer() {
      throw new AssertionError("nothing is signed here");
    }

    @Override
    public int sign(List<String> ids, Pin pin, Progress progress) {
      throw new AssertionError("nothing is signed here");
    }

    @Override
    public void again(String id) {
      throw new AssertionError("nothing failed here");
    }

    @Override
    public void discard(String id) {
      drafts = drafts.stream().filter(draft -> !draft.id().equals(id)).toList();
    }
  }
}
