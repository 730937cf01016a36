package org.chartseal.views.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.ScaledPane;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.TimelineItem;
import org.chartseal.views.timeline.model.TimelineQuery;
import org.chartseal.views.timeline.scale.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {

  private static final double MIDDLE = 120;

  private final List<String> opened = new ArrayList<>();
  private TimelineView view;

  @Start
  void start(Stage stage) {
    view =
        new TimelineView(
            new TimelineSettings(
                SampleText.ENGLISH, ZoneId.of("Asia/Seoul"), SampleRecord.BORN, SampleRecord.NOW),
            Runnable::run);
    view.setOnOpen(opened::add);
    Scene scene = new Scene(view, 900, 700);
    scene.getStylesheets().add(Appearance.class.getResource("light.css").toExternalForm());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    view.add(SampleRecord.of(300));
    view.requestFocus();
  }

  @BeforeEach
  void the_first_frame_was_drawn(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> {
      view.applyCss();
      view.layout();
      view.paint();
    });
  }

  @Test
  void the_wheel_comes_closer_to_the_moment_under_the_pointer(FxRobot robot) {
    double x = view.metrics().header() + 300;
    robot.moveTo(at(x, MIDDLE + 300));
    TimeRange before = view.model().scale().seen();
    double moment = view.model().scale().millis(300);
    robot.scroll(8, VerticalDirection.UP);
    await(() -> view.model().scale().seen().length() < before.length() * 0.99);
    assertThat(view.model().scale().x(moment)).isCloseTo(300, within(1.5));
  }

  @Test
  void a_drag_moves_the_view_and_selects_nothing(FxRobot robot) {
    robot.interact(() ->
        view.see(
            SampleRecord.BORN.plusSeconds(900_000_000),
            SampleRecord.NOW.minusSeconds(200_000_000)));
    double from = view.model().scale().seen().from();
    double perPixel = view.model().scale().millisPerPixel();
    double x = view.metrics().header() + 300;
    robot.drag(at(x, 400), MouseButton.PRIMARY).dropTo(at(x + 100, 400));
    await(() -> view.model().scale().seen().from() < from);
    double moved = (from - view.model().scale().seen().from()) / perPixel;
    assertThat(moved).isCloseTo(100, within(2.0));
    assertThat(view.selectedProperty().get()).isNull();
  }

  @Test
  void a_click_on_a_cluster_comes_closer_until_its_items_are_apart(FxRobot robot) {
    double before = view.model().scale().seen().length();
    robot.clickOn(centre(robot, Hit.Cluster.class));
    await(() -> view.model().scale().seen().length() < before * 0.9);
    assertThat(view.selectedProperty().get()).isNull();
  }

  @Test
  void a_click_selects_an_item_and_a_double_click_opens_it(FxRobot robot) {
    Point2D place = centre(robot, Hit.Item.class);
    robot.clickOn(place);
    await(() -> view.selectedProperty().get() != null);
    String selected = view.selectedProperty().get();
    robot.doubleClickOn(place);
    await(() -> !opened.isEmpty());
    assertThat(opened).containsOnly(selected);
  }

  @Test
  void enlarged_it_is_drawn_in_the_size_in_which_it_is_seen_and_is_still_hit(FxRobot robot) {
    double header = view.metrics().header();
    robot.interact(() -> {
      Scene scene = view.getScene();
      scene.setRoot(new Group());
      scene.setRoot(new ScaledPane(view, new SimpleDoubleProperty(1.5)));
      scene.getRoot().layout();
      view.paint();
    });
    Canvas chart =
        robot.from(view).lookup(Canvas.class::isInstance).<Canvas>queryAll().stream()
            .max(Comparator.comparingDouble(Canvas::getHeight))
            .orElseThrow();
    Bounds seen = chart.localToScene(chart.getBoundsInLocal());
    assertThat(seen.getWidth()).isCloseTo(900, within(0.01));
    assertThat(chart.getWidth()).isCloseTo(900, within(0.01));
    assertThat(view.metrics().header()).isCloseTo(1.5 * header, within(1.0));
    Point2D place = chart.localToScreen(placeOf(robot, Hit.Item.class));
    robot.clickOn(place);
    await(() -> view.selectedProperty().get() != null);
  }

  @Test
  void arrows_walk_through_every_item_of_a_lane_and_over_to_the_next_lane(FxRobot robot) {
    robot.type(KeyCode.HOME);
    int items = view.model().index().lanes().get(LaneKind.ENCOUNTERS).all().size();
    List<String> walked = new ArrayList<>();
    for (int at = 0; at < items; at++) {
      walked.add(view.selectedProperty().get());
      robot.type(KeyCode.RIGHT);
    }
    assertThat(walked).doesNotHaveDuplicates().doesNotContainNull().hasSize(items);
    robot.type(KeyCode.DOWN);
    assertThat(selectedLane()).isEqualTo(LaneKind.CONDITIONS);
    robot.type(KeyCode.UP);
    assertThat(selectedLane()).isEqualTo(LaneKind.ENCOUNTERS);
  }

  @Test
  void enter_opens_what_is_selected_and_escape_lets_it_go(FxRobot robot) {
    robot.type(KeyCode.END, KeyCode.ENTER);
    String selected = view.selectedProperty().get();
    assertThat(opened).containsExactly(selected);
    robot.type(KeyCode.ESCAPE);
    assertThat(view.selectedProperty().get()).isNull();
  }

  @Test
  void plus_and_minus_zoom_and_escape_shows_the_whole_life_again(FxRobot robot) {
    robot.type(KeyCode.PLUS);
    await(() -> !view.model().scale().isWhole());
    robot.type(KeyCode.ESCAPE);
    await(() -> view.model().scale().isWhole());
    robot.type(KeyCode.ADD);
    await(() -> !view.model().scale().isWhole());
    robot.type(KeyCode.MINUS, KeyCode.MINUS);
    await(() -> view.model().scale().isWhole());
  }

  @Test
  void the_selected_item_comes_into_sight(FxRobot robot) {
    robot.interact(() -> view.see(SampleRecord.NOW.minusSeconds(90_000_000), SampleRecord.NOW));
    robot.type(KeyCode.HOME);
    int row = view.model().selectedRow();
    double start = view.model().index().table().start(row);
    await(() -> view.model().scale().seen().contains(start));
  }

  @Test
  void a_lane_folds_by_a_click_on_its_name_and_by_the_space_bar(FxRobot robot) {
    robot.clickOn(at(60, view.metrics().overview() + view.metrics().axis() + 16));
    await(() -> !view.model().isOpen(LaneKind.ENCOUNTERS));
    robot.type(KeyCode.SPACE);
    await(() -> view.model().isOpen(LaneKind.ENCOUNTERS));
  }

  @Test
  void the_window_of_the_overview_can_be_dragged(FxRobot robot) {
    robot.interact(() -> view.see(SampleRecord.NOW.minusSeconds(300_000_000), SampleRecord.NOW));
    double to = view.model().scale().seen().to();
    double right = view.metrics().header() + view.model().scale().width();
    robot.drag(at(right - 60, 20), MouseButton.PRIMARY).dropTo(at(right - 260, 20));
    await(() -> view.model().scale().seen().to() < to - 1e9);
  }

  @Test
  void a_screen_reader_is_told_what_is_selected_and_how_far_to_rely_on_it(FxRobot robot) {
    assertThat(view.getAccessibleText()).isEqualTo("300 entries");
    robot.type(KeyCode.END);
    TimelineItem item = view.model().index().table().item(view.model().selectedRow());
    assertThat(view.getAccessibleText())
        .contains("Encounters", item.title(), SampleText.ENGLISH.grade(item.grade()));
  }

  @Test
  void verdicts_fill_in_without_moving_view_or_selection(FxRobot robot) {
    robot.type(KeyCode.END, KeyCode.PLUS);
    robot.sleep(200, TimeUnit.MILLISECONDS);
    String selected = view.selectedProperty().get();
    TimeRange seen = view.model().scale().seen();
    robot.interact(() -> view.grade(Map.of(selected, Grade.FAILED)));
    await(() -> grade(selected) == Grade.FAILED);
    assertThat(view.model().scale().seen()).isEqualTo(seen);
    assertThat(view.selectedProperty().get()).isEqualTo(selected);
    assertThat(view.getAccessibleText()).contains(SampleText.ENGLISH.grade(Grade.FAILED));
  }

  @Test
  void nothing_that_comes_after_the_end_is_shown(FxRobot robot) {
    robot.interact(() -> {
      view.add(SampleRecord.of(400));
      view.close();
      view.add(SampleRecord.of(500));
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(view.model().index().size()).isZero();
    assertThat(view.selectedProperty().get()).isNull();
  }

  @Test
  void nodes_do_not_grow_with_entries_nor_marks_beyond_the_screen(FxRobot robot) {
    int before = nodes(view);
    robot.interact(() -> view.add(SampleRecord.of(20_000)));
    await(() -> view.model().index().size() == 20_000);
    robot.interact(() -> {
      view.layout();
      view.paint();
    });
    assertThat(nodes(view)).isEqualTo(before);
    assertThat(view.hits().size()).isLessThan(6_000);
  }

  @Test
  void a_filter_that_hides_the_selected_item_breaks_nothing(FxRobot robot) {
    robot.type(KeyCode.END);
    robot.interact(
        () -> view.query(new TimelineQuery(item -> item.lane() == LaneKind.NOTES, null)));
    await(() -> view.model().index().lanes().size() == 1);
    robot.type(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.PLUS, KeyCode.DOWN);
    assertThat(selectedLane()).isEqualTo(LaneKind.NOTES);
  }

  @Test
  void the_language_changes_in_place(FxRobot robot) {
    robot.interact(() -> view.text(SampleText.KOREAN));
    assertThat(view.getAccessibleText()).isEqualTo("항목 300개");
  }

  private LaneKind selectedLane() {
    return view.model().index().table().lane(view.model().selectedRow());
  }

  private Grade grade(String id) {
    return view.model().index().table().grade(view.model().index().table().row(id));
  }

  private Point2D at(double x, double y) {
    return view.localToScreen(x, y);
  }

  /** Where the last frame drew one of these; a click there hits it and not its neighbour. */
  private Point2D centre(FxRobot robot, Class<? extends Hit> kind) {
    Point2D place = placeOf(robot, kind);
    return at(place.getX(), place.getY() + view.metrics().overview());
  }

  /** The same, in the chart. */
  private Point2D placeOf(FxRobot robot, Class<? extends Hit> kind) {
    robot.interact(() -> {
      view.layout();
      view.paint();
    });
    for (double y = view.metrics().axis(); y < 600; y += 4) {
      for (double x = view.metrics().header() + 40; x < 860; x += 4) {
        if (view.hits().at(x, y, 0).filter(kind::isInstance).isPresent()) {
          return new Point2D(x, y);
        }
      }
    }
    throw new AssertionError("nothing of this kind was drawn");
  }

  private static int nodes(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }

  private static void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (TimeoutException late) {
      throw new AssertionError("it did not happen", late);
    }
  }
}
