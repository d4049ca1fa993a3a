<?php
// Holds the plugin's rules for settings against the cases that tests/settings.rs holds the guide's own against.
define( 'ABSPATH', __DIR__ );
require __DIR__ . '/../../src/integrations/wordpress/rules.php';

$cases = json_decode( file_get_contents( __DIR__ . '/../settings/cases.json' ), true, 512, JSON_THROW_ON_ERROR );
$known = array(
	'region'  => array( 'general', 'ireland', 'malta' ),
	'display' => array( 'cover', 'inline' ),
	'start'   => array( 'intro', 'help' ),
);
$wrong = 0;
$tried = 0;
foreach ( $cases as $case ) {
	// The settings page has no other names.
	if ( 'there is no such setting' === ( $case['says'][0] ?? '' ) ) {
		continue;
	}
	$said = aftercare_guide_wrong( $case['name'], $case['value'], $known );
	++$tried;
	if ( ( '' === $said ) !== ! isset( $case['says'] ) ) {
		++$wrong;
		echo "{$case['name']} = " . json_encode( $case['value'] ) . ': the plugin says “' . $said . '”, the guide “' . ( $case['says'][0] ?? '' ) . "”\n";
	}
}
echo "The plugin's rules: $tried cases tried, $wrong answered otherwise than by the guide\n";
exit( $wrong || $tried < 40 ? 1 : 0 );
