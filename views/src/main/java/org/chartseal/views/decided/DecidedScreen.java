package org.chartseal.views.decided;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimOpening;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimRow.Stage;
import org.chartseal.views.kit.claims.ClaimSource;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.claims.ClaimsPlace;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What was decided and paid. */
public final class DecidedScreen implements Screen {

  private static final Set<Stage> DECIDED =
      Set.of(Stage.PERSON, Stage.ON_ITS_WAY, Stage.DECIDED, Stage.PAID);

  private final Texts texts;
  private final DecidedDesk desk;
  private final Latest doing;
  private final DecidedList list;
  private final ClaimsPlace place;

  /**
   * @param opening opens a claim
   */
  public DecidedScreen(Kit kit, DecidedDesk desk, ClaimOpening opening) {
    this.texts = kit.texts(DecidedScreen.class);
    this.desk = desk;
    this.doing = new Latest(kit.tasks());
    this.list = new DecidedList(kit, actions());
    this.place = new ClaimsPlace(kit, "decided", new Received(), list, opening);
  }

  @Override
  public Parent view() {
    return place.view();
  }

  @Override
  public List<ScreenAct> acts() {
    return place.acts();
  }

  @Override
  public void attached() {
    place.attach();
  }

  @Override
  public void detached() {
    doing.stop();
    place.detach();
  }

  private DecidedList.Actions actions() {
    return new DecidedList.Actions() {
      @Override
      public void open(ClaimRow row) {
        place.open(row);
      }

      @Override
      public void replay(ClaimRow row) {
        DecidedScreen.this.replay(row);
      }

      @Override
      public void saveDecision(ClaimRow row) {
        DecidedScreen.this.saveDecision(row);
      }

      @Override
      public void reload() {
        place.load();
      }
    };
  }

  /** What was decided, out of all that was received. */
  private final class Received implements ClaimSource {

    @Override
    public List<ReceivedClaim> received(Progress progress) throws RefusedException {
      return desk.received(progress);
    }

    @Override
    public boolean moved() throws RefusedException {
      return desk.moved();
    }

    @Override
    public ObservableValue<String> reading() {
      return texts.bind("reading");
    }

    @Override
    public void show(List<ClaimRow> all) {
      list.show(decided(all));
    }

    @Override
    public void changed(List<ClaimRow> all) {
      list.changed(decided(all));
    }

    private static List<ClaimRow> decided(List<ClaimRow> all) {
      return all.stream().filter(row -> DECIDED.contains(row.stage())).toList();
    }
  }

  private void replay(ClaimRow row) {
    doing.start(
        progress -> desk.replay(row.received(), progress),
        outcome -> list.replayed(row, outcome),
        list::trouble);
    list.note(texts.bind("replay.running", ClaimWords.number(row)), Material2MZ.SYNC);
  }

  private void saveDecision(ClaimRow row) {
    new FilePicker(texts.get("save.decision"))
        .save(place.view(), ClaimWords.number(row) + ".decision")
        .ifPresent(file ->
            doing.start(
                progress -> {
                  desk.writeDecision(row.received(), file, progress);
                  return file;
                },
                written ->
                    list.note(
                        texts.bind("saved", String.valueOf(written.getFileName())),
                        Material2AL.CHECK),
                list::trouble));
  }
}
