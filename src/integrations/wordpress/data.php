<?php
/**
 * What the guide in this plugin holds: regions with their dates, languages, themes. Written by the build.
 *
 * @package aftercare-guide
 */

defined( 'ABSPATH' ) || exit;

/** The build's list. */
function aftercare_guide_data(): array {
	static $data = null;
	if ( null === $data ) {
		$data = (array) json_decode( (string) file_get_contents( __DIR__ . '/guide/regions.json' ), true );
		$data += array( 'version' => '', 'regions' => array(), 'languages' => array( 'en' ), 'themes' => array() );
	}
	return $data;
}

/** The regions' names by their ids. */
function aftercare_guide_regions(): array {
	return array_column( aftercare_guide_data()['regions'], 'name', 'id' );
}

/** The values of each setting that has only a few. */
function aftercare_guide_known(): array {
	return array(
		'region'  => array_keys( aftercare_guide_regions() ),
		'display' => array( 'cover', 'inline' ),
		'start'   => array( 'intro', 'help' ),
		'theme'   => aftercare_guide_data()['themes'],
		'lang'    => aftercare_guide_data()['languages'],
	);
}
