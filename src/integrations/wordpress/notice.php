<?php
/**
 * What whoever looks after the site is told: no support link yet, or help numbers that nobody has looked at lately.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

/** A fact is looked at again after half a year. */
const AFTERCARE_GUIDE_OLD = '-6 months';

const AFTERCARE_GUIDE_SCREENS = array( 'dashboard', 'plugins', 'settings_page_aftercare-guide' );

/** What is to be said of a region's data on a day; the plugin's own list, as the build wrote it. */
function aftercare_guide_due( array $region, int $today ): array {
	$old = gmdate( 'Y-m-d', (int) strtotime( AFTERCARE_GUIDE_OLD, $today ) );
	$due = array();
	if ( '' === $region['reviewed_by'] ) {
		$due[] = 'no clinician or survivor service has reviewed them yet';
	} elseif ( $region['reviewed_on'] < $old ) {
		$due[] = "they were last reviewed on {$region['reviewed_on']}";
	}
	if ( $region['unchecked'] > 0 ) {
		$due[] = "nobody has checked {$region['unchecked']} of {$region['services']}";
	}
	if ( $region['oldest'] < $old ) {
		$due[] = "one was last looked at on {$region['oldest']}";
	}
	return $due;
}

/** What to say of the region that the site shows; nothing where all is well. */
function aftercare_guide_region_notice( string $id, int $today ): string {
	foreach ( aftercare_guide_data()['regions'] as $region ) {
		$due = $region['id'] === $id ? aftercare_guide_due( $region, $today ) : array();
		if ( $due ) {
			return "The help numbers for “{$region['name']}”: " . implode( '; ', $due ) . '. Please look at each of them yourself: open Help in the guide, '
				. 'and call, or look at the service’s own page; an emergency number is never called to try it. Then update this plugin when there is a newer one. '
				. 'If a number is wrong, take the guide off your page until it is right.';
		}
	}
	return '';
}

function aftercare_guide_notice(): void {
	$screen = get_current_screen();
	if ( ! $screen || ! in_array( $screen->id, AFTERCARE_GUIDE_SCREENS, true ) || ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$saved = aftercare_guide_saved();
	$page  = '<a href="' . esc_url( admin_url( 'options-general.php?page=aftercare-guide' ) ) . '">Settings › Aftercare guide</a>';
	if ( '' === $saved['support-url'] ) {
		aftercare_guide_say( 'One step to go: fill in your support link, and choose your region, under ' . $page . '. Until then the guide is not shown.' );
	}
	aftercare_guide_say( esc_html( aftercare_guide_region_notice( '' === $saved['region'] ? 'general' : $saved['region'], time() ) ) );
}
add_action( 'admin_notices', 'aftercare_guide_notice' );

function aftercare_guide_say( string $html ): void {
	if ( '' !== $html ) {
		echo '<div class="notice notice-warning is-dismissible aftercare-guide-notice"><p><strong>Aftercare guide.</strong> ' . wp_kses_post( $html ) . '</p></div>';
	}
}
