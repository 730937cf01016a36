package org.chartseal.app.console;

import java.util.List;
import javafx.scene.Parent;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.views.addition.AdditionActions;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.record.RecordScreen;

/**
 * The screen of an open record with what the record says, which goes when the screen does.
 *
 * @param additions what may be begun in it
 * @param forget lets go of the screen, whose desk holds what was decrypted
 */
record OpenRecord(
    RecordScreen screen, AdditionActions additions, OpenedRecord said, Runnable forget)
    implements Screen {

  @Override
  public Parent view() {
    return screen.view();
  }

  @Override
  public void attached() {
    screen.attached();
  }

  @Override
  public void detached() {
    screen.detached();
  }

  @Override
  public List<ScreenAct> acts() {
    return screen.acts();
  }

  @Override
  public void closed() {
    screen.closed();
    said.leave();
    forget.run();
  }
}
