<?php
/**
 * The settings page. A wrong value is named beside its field, where it stays as it was typed; the others are saved.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

const AFTERCARE_GUIDE_PAGE = 'aftercare-guide';

function aftercare_guide_add_page(): void {
	$page = add_options_page( 'Aftercare guide', 'Aftercare guide', 'manage_options', AFTERCARE_GUIDE_PAGE, 'aftercare_guide_page' );
	add_action( "load-$page", 'aftercare_guide_save' );
}
add_action( 'admin_menu', 'aftercare_guide_add_page' );

function aftercare_guide_action_links( array $links ): array {
	$page = admin_url( 'options-general.php?page=' . AFTERCARE_GUIDE_PAGE );
	return array_merge( array( '<a href="' . esc_url( $page ) . '">Settings</a>' ), $links );
}
add_filter( 'plugin_action_links_aftercare-guide/aftercare-guide.php', 'aftercare_guide_action_links' );

/** What is wrong with what was typed, by field. */
function aftercare_guide_messages( ?array $new = null ): array {
	static $messages = array();
	$messages = $new ?? $messages;
	return $messages;
}

/** What was typed into the form, of those who may: a text for each setting that was sent. */
function aftercare_guide_typed(): array {
	if ( ! isset( $_POST[ AFTERCARE_GUIDE_OPTION ] ) || ! current_user_can( 'manage_options' ) ) {
		return array();
	}
	check_admin_referer( AFTERCARE_GUIDE_OPTION . '-options' );
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- it becomes text here, and is checked when it is saved.
	$typed = (array) wp_unslash( $_POST[ AFTERCARE_GUIDE_OPTION ] );
	return array_map( 'aftercare_guide_text', array_intersect_key( $typed, aftercare_guide_fields() ) );
}

/** Saves what is good. Where something is wrong, the page is shown in the same answer: so what was typed is nowhere stored. */
function aftercare_guide_save(): void {
	$typed = aftercare_guide_typed();
	if ( ! $typed ) {
		return;
	}
	$said  = array_map( 'aftercare_guide_refused', array_keys( $typed ), $typed );
	$wrong = aftercare_guide_messages( array_filter( array_combine( array_keys( $typed ), $said ) ) );
	update_option( AFTERCARE_GUIDE_OPTION, $typed );
	if ( ! $wrong ) {
		wp_safe_redirect( add_query_arg( 'updated', 'true', menu_page_url( AFTERCARE_GUIDE_PAGE, false ) ) );
		exit;
	}
	$names = array_column( array_intersect_key( aftercare_guide_fields(), $wrong ), 1 );
	add_settings_error( AFTERCARE_GUIDE_OPTION, 'wrong', esc_html( 'Not saved, because something is not right yet: ' . implode( '; ', $names ) . '. Beside each stands what to do. Everything else is saved.' ) );
}

/** What a field shows: what was typed, where it is wrong; else what is saved. */
function aftercare_guide_shown( string $name ): string {
	return isset( aftercare_guide_messages()[ $name ] ) ? aftercare_guide_typed()[ $name ] : aftercare_guide_saved()[ $name ];
}

function aftercare_guide_page(): void {
	echo '<div class="wrap"><h1>Aftercare guide</h1>';
	echo '<p>Put the block “Aftercare guide” on a page of its own, or write <code>[aftercare_guide]</code> where you want it. One page can differ: '
		. '<code>[aftercare_guide region="ireland" start="help"]</code>.</p>';
	echo '<form method="post" action="' . esc_url( menu_page_url( AFTERCARE_GUIDE_PAGE, false ) ) . '">';
	settings_fields( AFTERCARE_GUIDE_OPTION );
	$sections = array_unique( array_column( aftercare_guide_fields(), 0 ) );
	foreach ( $sections as $section ) {
		echo '<h2>' . esc_html( $section ) . '</h2><table class="form-table" role="presentation">';
		foreach ( aftercare_guide_fields() as $name => $field ) {
			if ( $field[0] === $section ) {
				aftercare_guide_row( $name, $field[1], $field[2] );
			}
		}
		echo '</table>';
	}
	submit_button();
	echo '</form></div>';
}

function aftercare_guide_row( string $name, string $label, string $help ): void {
	$id    = "aftercare-guide-$name";
	$wrong = aftercare_guide_messages()[ $name ] ?? '';
	echo '<tr><th scope="row"><label for="' . esc_attr( $id ) . '">' . esc_html( $label ) . '</label></th><td>';
	aftercare_guide_control( $name, $id, '' !== $wrong );
	if ( '' !== $wrong ) {
		echo '<div class="notice notice-error inline" id="' . esc_attr( "$id-wrong" ) . '"><p>' . esc_html( $wrong ) . '</p></div>';
	}
	echo '<p class="description" id="' . esc_attr( "$id-help" ) . '">' . esc_html( $help ) . '</p></td></tr>';
}

function aftercare_guide_control( string $name, string $id, bool $wrong ): void {
	$common = ' id="' . esc_attr( $id ) . '" name="' . esc_attr( AFTERCARE_GUIDE_OPTION . "[$name]" ) . '" aria-describedby="'
		. esc_attr( $wrong ? "$id-wrong $id-help" : "$id-help" ) . '"' . ( $wrong ? ' aria-invalid="true"' : '' );
	$shown  = aftercare_guide_shown( $name );
	$known  = aftercare_guide_known();
	if ( ! isset( $known[ $name ] ) ) {
		echo '<input type="text" class="regular-text"' . $common . ' value="' . esc_attr( $shown ) . '">'; // phpcs:ignore -- escaped above.
		return;
	}
	echo "<select$common>"; // phpcs:ignore -- escaped above.
	foreach ( aftercare_guide_options( $name, $known[ $name ] ) as $value => $label ) {
		echo '<option value="' . esc_attr( $value ) . '"' . selected( $shown, (string) $value, false ) . '>' . esc_html( $label ) . '</option>';
	}
	echo '</select>';
}

/** The values to choose from, with what they are called; an empty one where a default stands. */
function aftercare_guide_options( string $name, array $values ): array {
	$labels = array(
		'display' => array( '' => 'Over the window, once begun', 'inline' => 'In its place on the page' ),
		'start'   => array( '' => 'The start screen', 'help' => 'Help' ),
		'region'  => array( '' => 'Choose a region' ) + aftercare_guide_regions(),
		'lang'    => array_combine( $values, $values ),
	);
	return $labels[ $name ] ?? array( '' => 'The warm one' ) + array_combine( $values, array_map( 'ucfirst', $values ) );
}
