<?php
/**
 * The block: what differs from the settings page is chosen beside it, and the page is rendered here.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

/** The settings that a block can have of its own; the first value leaves the saved one. */
function aftercare_guide_block_attributes(): array {
	$known      = aftercare_guide_known();
	$attributes = array();
	foreach ( array( 'region', 'start', 'display' ) as $name ) {
		$attributes[ $name ] = array( 'type' => 'string', 'default' => '', 'enum' => array_merge( array( '' ), $known[ $name ] ) );
	}
	// The editor shows regions by their names; WordPress hands this list to it, and reads no more than type and enum.
	$attributes['region']['labels'] = aftercare_guide_regions();
	return $attributes;
}

function aftercare_guide_register_block(): void {
	$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' );
	wp_register_script( 'aftercare-guide-editor', plugins_url( 'block/editor.js', __FILE__ ), $needs, aftercare_guide_data()['version'], true );
	register_block_type(
		__DIR__ . '/block',
		array( 'attributes' => aftercare_guide_block_attributes(), 'render_callback' => 'aftercare_guide_markup' )
	);
}
add_action( 'init', 'aftercare_guide_register_block' );
