package org.chartseal.views.kit;

import javafx.scene.input.KeyCombination;

/**
 * Something that a screen does by a key, too, wherever in the window the keyboard is.
 *
 * @param title what it does, in the present language
 */
public record ScreenAct(String title, KeyCombination key, Runnable run) {}
