<?php
/**
 * Deleting the plugin takes its one option along; nothing else was ever stored.
 *
 * @package aftercare-guide
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( ! is_multisite() ) {
	delete_option( 'aftercare_guide' );
	return;
}
foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $aftercare_guide_site ) {
	delete_blog_option( $aftercare_guide_site, 'aftercare_guide' );
}
